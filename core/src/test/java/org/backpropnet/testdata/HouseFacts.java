package org.backpropnet.testdata;

/**
 * What is known of one sale, apart from the zip.
 *
 * @param schools number of schools in the zip in the year of the sale
 * @param rating mean rating of these schools, 1 (poor) to 10 (excellent)
 * @param bedrooms 1 to 6
 * @param backyard square feet, 0 for none
 * @param year calendar year of the sale
 */
record HouseFacts(double schools, double rating, double bedrooms, double backyard, double year) {}
