/** Stories in an archive of headlines, and how they compare with the releases that are known to be in it. */
package io.faultline.app.stories;
