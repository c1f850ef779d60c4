/** Tiers of API Management, with their names. */
export const tiers = {
  consumption: 'Consumption',
  developer: 'Developer',
  basic: 'Basic',
  standard: 'Standard',
  premium: 'Premium',
  basicV2: 'Basic v2',
  standardV2: 'Standard v2',
  premiumV2: 'Premium v2',
} as const;
export type Tier = keyof typeof tiers;

/** How large an API Management instance is. */
export interface ServiceSize {
  /** Name of the instance, as in the dimension `service`. */
  readonly service: string;
  /** Gateway region as logged; left out: each region that has no entry of its own. */
  readonly region?: string | undefined;
  readonly tier: Tier;
  /** Scale units in that region. */
  readonly units: number;
}

/**
 * Connections that one gateway may hold to one backend host at the same time, unknown in the Consumption tier.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-api-management-limits
 */
function connectionsOf({ tier, units }: ServiceSize): number | null {
  switch (tier) {
    case 'consumption':
      return null;
    case 'developer':
      return 1024;
    case 'basic':
    case 'standard':
    case 'premium':
      return 2048 * units;
    case 'basicV2':
    case 'standardV2':
    case 'premiumV2':
      return 2048;
  }
}

/** The limit of connections per host, null where no setting tells it: an entry for the region before one for all. */
export function connectionLimit(
  sizes: readonly ServiceSize[],
  service: string,
  region: string,
): number | null {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const ofService = sizes.filter((size) => same(size.service, service));
  const size =
    ofService.find((one) => one.region !== undefined && same(one.region, region)) ??
    ofService.find((one) => one.region === undefined);
  return size ? connectionsOf(size) : null;
}
