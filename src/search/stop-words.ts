/** Words of questions that say nothing about their subject: English, then the most frequent ones of German and French. */
const STOP_WORDS = new Set(
  [
    'a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my',
    'no not of on or our shall should so that the their them then there these they this those to us was we were what',
    'when where which who whom whose why will with would you your',
    'aber als am an auf aus bei bin das dem den der des die ein eine einem einen einer es für hat ich im in ist mit nach',
    'nicht oder sich sie sind und uns unser unsere von vor was wer wie wir wird wo zu zum zur',
    'au aux avec ce ces comment dans de des du elle en est et il je la le les leur mais ne nos notre nous ou où par pas',
    'pour quand que quel quelle qui sa se ses son sont sur un une vous',
  ]
    .join(' ')
    .split(' '),
);

/** A name in capitals (`IT`, `US`); what looks like an operator is not one. */
const isName = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word) && !/^(?:AND|OR|NOT)$/.test(word);

/** Whether a word says nothing by itself, in any letter case. */
export const isStopWord = (word: string): boolean => !isName(word) && STOP_WORDS.has(word.toLowerCase());
