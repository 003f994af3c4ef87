import { segmentText } from '../segment-text';

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });
const SHORTEST_SENTENCE = 25;
/** Longer ones are parted between words. */
const LONGEST_SENTENCE = 400;
const ENDS_IN_ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|mr|mrs|ms|dr|prof|inc|ltd|\p{Lu})\.\s*$/iu;

/** Where the sentences of a text begin, the first at 0. Very short ones belong to the one before. */
export const sentenceStarts = (text: string): readonly number[] => {
  const starts: number[] = [];
  let sentence = '';
  for (const { segment, index } of segmentText(segmenter, text, LONGEST_SENTENCE)) {
    const continues =
      sentence !== '' && (sentence.trim().length < SHORTEST_SENTENCE || ENDS_IN_ABBREVIATION.test(sentence));
    if (!continues) starts.push(index);
    sentence = continues ? sentence + segment : segment;
  }
  return starts;
};
