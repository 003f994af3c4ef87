const FILLER = 'The zebra walks on, and it is told at some length where to, and why, and with whom it is seen. ';

/** The body of a page: each of its words in a block of its own, and `zebra` in all. */
export const storageOf = ({
  heading,
  texts,
}: {
  readonly heading: string;
  readonly texts: readonly string[];
}): string => {
  const [first = '', ...others] = texts;
  return [
    `<h1>About ${heading}</h1><p>The zebra of ${first} is here.</p>`,
    ...others.map((text) => `<p>${FILLER.repeat(2)}${text}</p>`),
  ].join('');
};
