import { describe, expect, it } from '@jest/globals';
import { admitContent } from '../../src/fence/gate';

const open = new Map([['98308', 'ENG']]);
const content = (changes: Partial<{ spaceId: string; spaceStatus: string; status: string }>) => ({
  spaceId: '98308',
  spaceStatus: 'current',
  status: 'current',
  ...changes,
});

describe('admitContent', () => {
  it('admits current content of a current open space', () => {
    const decision = admitContent(open, [content({})]);
    expect(decision.admitted).toHaveLength(1);
    expect(decision.droppedCount).toBe(0);
  });

  it.each([
    ['of another space', { spaceId: '98309' }],
    ['of a space whose id is the key of an open one', { spaceId: 'ENG' }],
    ['of a space that is archived by now', { spaceStatus: 'archived' }],
    ['that is archived by now', { status: 'archived' }],
    ['that is in the trash', { status: 'trashed' }],
    ['that is a draft', { status: 'draft' }],
  ])('drops content %s', (_, changes) => {
    const decision = admitContent(open, [content(changes), content({})]);
    expect(decision.admitted).toEqual([content({})]);
    expect(decision.droppedCount).toBe(1);
  });
});
