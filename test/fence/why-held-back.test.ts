import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { admitContent } from '../../src/fence/gate';
import { whyHeldBack, type Confined, type Fence } from '../../src/fence/why-held-back';
import { exclusions } from './exclusion-arbitraries';

const fence: Fence = {
  open: new Map([['1', { key: 'ENG', exclusions: { ...NO_EXCLUSIONS, labels: ['secret'], trees: ['5'] } }]]),
  siteExclusions: { ...NO_EXCLUSIONS, labels: ['draft'], blogPosts: true },
};
const PAGE: Confined = {
  id: '7',
  type: 'page',
  spaceId: '1',
  spaceStatus: 'current',
  status: 'current',
  labels: ['api'],
  ancestors: ['1', '2'],
};
const UNLABELLED: Confined = {
  id: '7',
  type: 'page',
  spaceId: '1',
  spaceStatus: 'current',
  status: 'current',
  ancestors: [],
};

describe('whyHeldBack', () => {
  it.each<[string, Confined, unknown]>([
    ['nothing against a page that may leave', PAGE, undefined],
    ['a space that is not open', { ...PAGE, spaceId: '2', labels: ['secret'] }, { reason: 'space-not-open' }],
    ['an archived space', { ...PAGE, spaceStatus: 'archived', labels: ['secret'] }, { reason: 'not-current' }],
    ['an archived page', { ...PAGE, status: 'archived' }, { reason: 'not-current' }],
    ['a blog post', { ...PAGE, type: 'blogpost', labels: ['secret'] }, { reason: 'blog-post' }],
    ['the page of a tree', { ...PAGE, id: '5' }, { reason: 'tree' }],
    ['a page below it', { ...PAGE, ancestors: ['5', '6'], labels: ['secret'] }, { reason: 'tree' }],
    ['a label of the space', { ...PAGE, labels: ['api', 'secret'] }, { reason: 'label', label: 'secret' }],
    ['a label of the site, as the page has it', { ...PAGE, labels: ['Draft'] }, { reason: 'label', label: 'Draft' }],
    ['labels that were not told', UNLABELLED, { reason: 'label' }],
  ])('says %s', (_, content, expected) => {
    expect(whyHeldBack(fence, content)).toEqual(expected);
  });

  it('has a reason exactly for what the gate drops', () => {
    const contents = fc.record(
      {
        id: fc.constantFrom('1', '2', '3'),
        type: fc.constantFrom('page', 'blogpost'),
        spaceId: fc.constantFrom('1', '2'),
        spaceStatus: fc.constantFrom('current', 'current', 'archived'),
        status: fc.constantFrom('current', 'current', 'draft'),
        labels: fc.array(fc.constantFrom('secret', 'draft', 'api'), { maxLength: 2 }),
        ancestors: fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 2 }),
      },
      { requiredKeys: ['id', 'type', 'spaceId', 'spaceStatus', 'status'] },
    );
    fc.assert(
      fc.property(exclusions, exclusions, contents, (ofSpace, siteExclusions, content) => {
        const each: Fence = { open: new Map([['1', { key: 'K', exclusions: ofSpace }]]), siteExclusions };
        const isAdmitted = admitContent(each, [content]).admitted.length === 1;
        expect(whyHeldBack(each, content) === undefined).toBe(isAdmitted);
      }),
      { numRuns: 500 },
    );
  });
});
