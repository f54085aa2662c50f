/** Reading what the job has published, as any consumer would. */
package io.faultline.app.feed;
