/** What Lucene's query language reads as syntax. @see https://developer.atlassian.com/cloud/confluence/performing-text-searches-using-cql/ */
const SPECIAL = /[+\-!(){}[\]^"~*?:\\/&|]/g;
const OPERATOR = /\b(?:AND|OR|NOT|TO)\b/g;

/**
 * A question as the value of a text search, the way a careful integration writes it: signs that Confluence would read
 * as syntax, and answer with 400, become spaces; operators become words. Empty when no word is left.
 */
export const toTextValue = (question: string): string =>
  question
    .replaceAll(SPECIAL, ' ')
    .replaceAll(OPERATOR, (operator) => operator.toLowerCase())
    .replaceAll(/\s+/g, ' ')
    .trim();
