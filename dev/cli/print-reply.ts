import * as v from 'valibot';

const reply = v.object({
  results: v.array(
    v.object({
      page: v.object({
        title: v.string(),
        url: v.string(),
        space: v.object({ key: v.string() }),
        updatedAt: v.string(),
      }),
      matched: v.string(),
      excerpts: v.array(v.object({ markdown: v.string(), headingPath: v.array(v.string()), url: v.string() })),
    }),
  ),
  coverage: v.object({ spacesSearched: v.number(), confluenceCalls: v.number(), points: v.number() }),
  notes: v.array(v.object({ code: v.string(), message: v.string() })),
});

const problem = v.object({
  code: v.string(),
  detail: v.string(),
  errors: v.optional(v.array(v.object({ pointer: v.string(), detail: v.string() })), []),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const indent = (text: string): string => text.replaceAll(/^/gm, '    ');

const printResults = ({ results, coverage, notes }: v.InferOutput<typeof reply>): void => {
  results.forEach(({ page, matched, excerpts }, index) => {
    console.log(
      `${index + 1}. ${page.title}   [${page.space.key}, ${page.updatedAt.slice(0, 10)}, matched: ${matched}]`,
    );
    console.log(`   ${page.url}`);
    for (const { markdown, headingPath } of excerpts) {
      console.log(`\n  § ${headingPath.length === 0 ? page.title : headingPath.join(' › ')}\n\n${indent(markdown)}`);
    }
    console.log('');
  });
  for (const { message } of notes) console.log(`Note: ${message}`);
  console.log(
    `${results.length} pages from ${coverage.spacesSearched} spaces; ${coverage.confluenceCalls} Confluence call(s), ${coverage.points} points.`,
  );
};

/**
 * Prints a reply for a person, or as it is with `json`; a problem goes to standard error.
 *
 * @returns the exit status: 0 with results or none, 1 with a problem
 */
export const printReply = ({
  status,
  text,
  json,
}: {
  readonly status: number;
  readonly text: string;
  readonly json: boolean;
}): number => {
  const value = parseJson(text);
  const parsed = v.safeParse(reply, value);
  if (status === 200 && parsed.success) {
    if (json) console.log(text);
    else printResults(parsed.output);
    return 0;
  }
  const found = v.safeParse(problem, value);
  const lines = found.success
    ? [
        `${found.output.code}: ${found.output.detail}`,
        ...found.output.errors.map(({ pointer, detail }) => `  ${pointer === '' ? '(body)' : pointer} ${detail}`),
      ]
    : [`HTTP ${status}, not a reply of this API`];
  process.stderr.write(`${lines.join('\n')}\n`);
  return 1;
};
