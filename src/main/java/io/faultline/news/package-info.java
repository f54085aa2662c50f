/** Headlines, what they say, and the stories they make. Imports {@code java.*} and text libraries only. */
package io.faultline.news;
