import { equalsInConstantTime } from './identity/identify-by-proxy.js';
import type { BrandGateway } from './brand-gateway.js';

/** The brands of a server, each with a `BASE_URL` and an `INTERNAL_KEY` of its own. */
export class BrandGatewayLookup {
  readonly all: readonly [BrandGateway, ...BrandGateway[]];

  constructor(all: readonly [BrandGateway, ...BrandGateway[]]) {
    this.all = all;
  }

  /**
   * The brand that a browser's request is for: by its path, and where several have that path, by its `Host`. A single
   * brand gets every request, whatever its `Host`.
   */
  forRequest({ url }: Request): BrandGateway | undefined {
    const [only, ...others] = this.all;
    if (others.length === 0) return only;
    const { host, pathname } = new URL(url);
    const isBelow = ({ baseUrl }: BrandGateway): boolean =>
      `${pathname}/`.startsWith(`${baseUrl.pathname.replace(/\/+$/, '')}/`);
    const below = this.all.filter(isBelow);
    const deepest = Math.max(0, ...below.map(({ baseUrl }) => baseUrl.pathname.length));
    const nearest = below.filter(({ baseUrl }) => baseUrl.pathname.length === deepest);
    // Parsed with the protocol, since some proxies also send the default port of https.
    const isCalled = ({ baseUrl }: BrandGateway): boolean =>
      baseUrl.host === new URL(`${baseUrl.protocol}//${host}`).host;
    return nearest.length > 1 ? nearest.find(isCalled) : nearest[0];
  }

  /** Whether any has a key for the lender's own servers. */
  get hasAnyKey(): boolean {
    return this.all.some(({ internalKey }) => internalKey() !== undefined);
  }

  /** The brand whose key this is. All keys are compared, so that the time of the comparison reveals nothing. */
  findByKey(shown: string): BrandGateway | undefined {
    const [found] = this.all.filter(({ internalKey }) => {
      const key = internalKey();
      return key !== undefined && equalsInConstantTime(shown, key);
    });
    return found;
  }
}
