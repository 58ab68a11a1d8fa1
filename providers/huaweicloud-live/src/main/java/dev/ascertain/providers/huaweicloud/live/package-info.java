/**
 * Domain ownership at Huawei Cloud Live: is it confirmed, what must be published, and ask for a check.
 *
 * <p>Read {@link dev.ascertain.providers.huaweicloud.live.HuaweiCloudLiveFactory} first.
 */
@NullMarked
package dev.ascertain.providers.huaweicloud.live;

import org.jspecify.annotations.NullMarked;
