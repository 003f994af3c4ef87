import { describe, expect, it } from '@jest/globals';
import { createTestSite, pageSource } from '../../support/embedded-site';

const pages = Array.from({ length: 4 }, (_, index) => pageSource({ title: `page-${String(index)}` }));

describe('points of the embedded Confluence', () => {
  it('cost 1 a call, 1 a content object and 2 an account or permission', () => {
    const site = createTestSite({ pages });
    expect(site.search('type = page').points).toBe(5);
    expect(site.search('type = page AND title ~ "nothing"').points).toBe(1);
    expect(site.search('type = ').points).toBe(1);
    expect(site.get('/wiki/api/v2/pages?limit=2').points).toBe(3);
    expect(site.get('/wiki/rest/api/user/current').points).toBe(3);
    expect(site.get('/wiki/rest/api/user/current?expand=operations').points).toBe(5);
    expect(site.get('/wiki/rest/api/anything').points).toBe(0);
  });

  it('are counted down in headers, with a warning below a fifth', () => {
    const site = createTestSite({ pages }, { pointsPerHour: 11 });
    expect(site.search('type = page').headers).toMatchObject({
      'x-ratelimit-limit': '11',
      'x-ratelimit-remaining': '6',
      'x-ratelimit-reset': '2026-06-01T13:00Z',
    });
    const { headers } = site.search('type = page');
    expect(headers).toMatchObject({ 'x-ratelimit-remaining': '1', 'x-ratelimit-nearlimit': 'true' });
  });

  it('run out for the app and for users alike, until the next full hour', () => {
    const site = createTestSite({ pages }, { pointsPerHour: 5 });
    site.clock.advance(90_000);
    expect(site.search('type = page').status).toBe(200);
    const refused = site.get('/wiki/rest/api/user/current', 'ada');
    expect(refused).toMatchObject({ status: 429, points: 0, json: { code: 429 } });
    expect(refused.headers).toMatchObject({
      'retry-after': '3510',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-06-01T13:00Z',
      'ratelimit-reason': 'confluence-quota-global-based',
    });
    site.clock.advance(3_509_000);
    expect(site.search('type = page').status).toBe(429);
    site.clock.advance(1_000);
    expect(site.search('type = page').headers).toMatchObject({ 'x-ratelimit-remaining': '0' });
  });
});
