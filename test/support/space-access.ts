import type { SpaceAccess, SpaceDetails, SpaceSettings } from '../../src/contract/space-settings-api';

/** A closed space whose administrator looks at it, unless told otherwise. */
export const spaceAccess = (overrides: Partial<SpaceAccess> = {}): SpaceAccess => ({
  enabled: false,
  mayChange: true,
  mayOpen: true,
  paused: false,
  ...overrides,
});

export const OPENED = { enabled: true, optedInAt: '2026-05-03T08:00:00.000Z' } as const;

export const NOTHING_EXCLUDED = { labels: [], trees: [], blogPosts: false } as const;

export const spaceDetails = (overrides: Partial<SpaceDetails> = {}): SpaceDetails => ({
  exclusions: NOTHING_EXCLUDED,
  siteExclusions: NOTHING_EXCLUDED,
  blocked: false,
  activity: [],
  ...overrides,
});

export const spaceSettings = (
  overrides: Partial<SpaceAccess> = {},
  details: Partial<SpaceDetails> = {},
): SpaceSettings => ({ ...spaceAccess(overrides), details: spaceDetails(details) });
