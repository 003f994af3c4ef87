import { pageIdsIn, tokensIn } from './tokens';
import type { Trial } from './trial';
import { violated } from './violation';

const UNAUTHORIZED_LINE = /^\{"event":"unauthorized","cause":"[a-z-]+"\}$/;

/** The app writes one kind of line, and nothing of a request, a page or a key is in it. */
const checkLogs = ({ site }: Trial): void => {
  const line = site.takeLogs().find((each) => !UNAUTHORIZED_LINE.test(each));
  if (line !== undefined) violated('the app has written to the log', line);
};

/**
 * Storage holds no secret but in its place; of all words, keys of open spaces and excluded labels only; of page ids, excluded
 * ones only.
 */
const checkRecords = ({ site, world, seenRecords, tally }: Trial): void => {
  const opened = [...world.optIns.values()];
  const exclusions = [world.policy.exclusions, ...opened.map((each) => each.exclusions)];
  const words = new Set([
    ...opened.flatMap(({ isOpen, key }) => (isOpen ? [key.toLowerCase()] : [])),
    ...exclusions.flatMap(({ labels }) => labels),
  ]);
  const trees = new Set(exclusions.flatMap((each) => each.trees));
  for (const { collection, key, valueText } of site.records()) {
    if (collection === 'secret') continue;
    const isOnceWritten = key.startsWith('request:') || key.startsWith('audit:');
    if (isOnceWritten && seenRecords.has(key)) continue;
    seenRecords.add(key);
    const text = `${key} ${valueText}`;
    const word = tokensIn(text, { cut: true }).find((each) => !words.has(each));
    if (word !== undefined) violated(`storage holds "${word}"`, collection, text);
    const pageId = pageIdsIn(text).find((id) => !trees.has(id));
    if (pageId !== undefined) violated(`storage holds the id of page ${pageId}`, collection, text);
    const secret = world.keys.find((each) => text.includes(each.secret));
    if (secret !== undefined) violated('storage holds a secret', collection, text);
    const detailsOf = /^opt-in-details:(.*)$/.exec(key)?.[1];
    if (detailsOf !== undefined && world.optIns.get(detailsOf)?.isOpen !== true) {
      violated('storage tells who opened a space that is closed', text);
    }
    if (valueText.includes('content-held-back') && isOnceWritten) tally.count('records held back by the gate');
  }
};

/** What is left behind after every command. @throws {Violation} */
export const checkTraces = (trial: Trial): void => {
  checkLogs(trial);
  checkRecords(trial);
  const [what] = trial.site.unmodelled();
  if (what !== undefined) violated('the app has asked for what is not modelled', what);
};
