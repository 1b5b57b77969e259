/** Floor 2: tables of the user's columns, and how they become the numbers a network sees. */
package org.backpropnet.data;
