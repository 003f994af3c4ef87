const { transformSync } = require('esbuild');

/**
 * Turns TypeScript into what jest runs, file by file and without looking at types: `npm run typecheck` is the gate for those.
 * The compiler itself takes some twenty seconds more for the first run after a clone.
 */
module.exports = {
  process: (source, file) => {
    const { code } = transformSync(source, {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      // What is imported on the way is required on the way: jest runs no ES modules here.
      supported: { 'dynamic-import': false },
      jsx: 'automatic',
      sourcefile: file,
      sourcemap: 'inline',
      keepNames: true,
    });
    return { code };
  },
};
