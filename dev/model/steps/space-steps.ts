import fc from 'fast-check';
import { addPage, changed, changeSpace, spaceAt } from '../change-content';
import type { WorldSpace } from '../world';
import { anyIndex, weigh, type Step } from './step';

const renameSpace: Step<{ readonly space: number; readonly what: 'name' | 'alias' | 'no-alias' }> = {
  name: 'renameSpace',
  weight: 2,
  parameters: fc.record({ space: anyIndex, what: fc.constantFrom('name', 'alias', 'no-alias') }),
  run: (trial, { space: index, what }) => {
    const space = spaceAt(trial, index);
    if (space === undefined) return;
    switch (what) {
      case 'name': {
        const name = trial.tokens.next('name');
        changeSpace(trial, space, { name }, { name });
        break;
      }
      case 'alias': {
        const alias = trial.tokens.next('alias');
        changeSpace(trial, space, { alias }, { alias });
        break;
      }
      case 'no-alias': {
        const { id, key, name, isArchived, isBlocked, admins } = space;
        trial.site.patch({ spaces: { [key]: { alias: null } } });
        trial.world.spaces.set(id, { id, key, name, isArchived, isBlocked, admins });
        changed(trial);
      }
    }
  },
};

const archiveSpace: Step<{ readonly space: number; readonly archived: boolean }> = {
  name: 'archiveSpace',
  weight: 3,
  parameters: fc.record({ space: anyIndex, archived: fc.boolean() }),
  run: (trial, { space: index, archived }) => {
    const space = spaceAt(trial, index);
    if (space === undefined) return;
    changeSpace(trial, space, { status: archived ? 'archived' : 'current' }, { isArchived: archived });
  },
};

const blockSpace: Step<{ readonly space: number; readonly blocked: boolean }> = {
  name: 'blockSpace',
  weight: 2,
  parameters: fc.record({ space: anyIndex, blocked: fc.boolean() }),
  run: (trial, { space: index, blocked }) => {
    const space = spaceAt(trial, index);
    if (space !== undefined) changeSpace(trial, space, { blocked }, { isBlocked: blocked });
  },
};

const purgeSpace: Step<{ readonly space: number; readonly successor: boolean }> = {
  name: 'purgeSpace',
  weight: 2,
  parameters: fc.record({ space: anyIndex, successor: fc.boolean() }),
  run: (trial, { space: index, successor }) => {
    const { world, tokens, site } = trial;
    const space = spaceAt(trial, index);
    if (space === undefined) return;
    site.patch({ spaces: { [space.key]: null } });
    world.spaces.delete(space.id);
    for (const page of [...world.pages.values()]) if (page.spaceId === space.id) world.pages.delete(page.id);
    changed(trial);
    if (!successor) return;
    // A space of the same key that nobody has opened.
    const next: WorldSpace = {
      id: tokens.nextSpaceId(),
      key: space.key,
      name: tokens.next('name'),
      isArchived: false,
      isBlocked: false,
      admins: space.admins,
    };
    world.everySpaceId.push(next.id);
    changeSpace(trial, next, { id: next.id, name: next.name, admins: next.admins }, {});
    addPage(trial, next, undefined);
    addPage(trial, next, 0);
  },
};

/** What people do with spaces. */
export const SPACE_CHANGES = [weigh(renameSpace), weigh(archiveSpace), weigh(blockSpace), weigh(purgeSpace)];
