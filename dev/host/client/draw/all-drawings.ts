import { buttonDrawings } from './buttons';
import { chartDrawings } from './charts';
import { choiceDrawings } from './choices';
import type { Drawing } from './draw-node';
import { tableDrawings } from './dynamic-table';
import { feedbackDrawings } from './feedback';
import { formDrawings } from './form';
import { iconDrawings } from './icon';
import { layoutDrawings } from './layout';
import { modalDrawings } from './modal';
import { paginationDrawings } from './pagination';
import { peopleDrawings } from './people';
import { popupDrawings } from './popup';
import { selectDrawings } from './select';
import { tabDrawings } from './tabs';
import { tagDrawings } from './tags';
import { textDrawings } from './text';
import { textFieldDrawings } from './text-fields';

/** Every component of UI Kit that the local site draws. A map, so that a component called `constructor` is unknown too. */
export const allDrawings: ReadonlyMap<string, Drawing> = new Map(
  Object.entries<Drawing>({
    ...layoutDrawings,
    ...textDrawings,
    ...iconDrawings,
    ...buttonDrawings,
    ...textFieldDrawings,
    ...choiceDrawings,
    ...selectDrawings,
    ...formDrawings,
    ...feedbackDrawings,
    ...tagDrawings,
    ...tableDrawings,
    ...modalDrawings,
    ...tabDrawings,
    ...popupDrawings,
    ...paginationDrawings,
    ...peopleDrawings,
    ...chartDrawings,
  }),
);
