interface Brand {
  brand: string;
  version: string;
}
interface UserAgentData {
  getHighEntropyValues(hints: string[]): Promise<{ fullVersionList?: Brand[] }>;
}

/** What runs the guests of this page: `Chromium 156.0.7390.54`, `Firefox 140.0`. */
export async function engineName(): Promise<string> {
  const data = (navigator as { userAgentData?: UserAgentData }).userAgentData;
  const full = await data?.getHighEntropyValues(['fullVersionList']).catch(() => undefined);
  const chromium = full?.fullVersionList?.find(({ brand }) => brand === 'Chromium');
  return chromium === undefined
    ? engineOfUserAgent(navigator.userAgent)
    : `Chromium ${chromium.version}`;
}

export function engineOfUserAgent(userAgent: string): string {
  const [, name, version] = /(Chrome|Firefox|Version)\/([\d.]+)/.exec(userAgent) ?? [];
  const names: Record<string, string> = {
    Chrome: 'Chromium',
    Firefox: 'Firefox',
    Version: 'Safari',
  };
  return name === undefined || version === undefined
    ? 'an unknown browser'
    : `${names[name] ?? name} ${version}`;
}
