/**
 * What the nodes do, in plain Java: tables, settings, training that can be cancelled, answers, the
 * view's data. Knows no class of KNIME's, so all of it is tested without the platform.
 */
package org.backpropnet.knime.adapter;
