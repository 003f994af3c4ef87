/** `npm run lint:forge`: exit status 1 on anything that Forge's linters report, warnings included. */
import { lintApp } from './lint-app';

const main = async (): Promise<void> => {
  const problems = await lintApp();
  for (const { severity, file, line, column, message } of problems) {
    console.log(`${file}:${line}:${column}  ${severity}  ${message}`);
  }
  console.log(problems.length === 0 ? 'No issues found.' : `${problems.length} found.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
};

void main();
