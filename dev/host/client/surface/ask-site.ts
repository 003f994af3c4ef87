/** Asks the site in the name of whoever is chosen in the header. @throws {Error} with what the site says */
export const askSite = async (path: string, body: unknown): Promise<unknown> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer !== null) {
    if ('error' in answer) throw new Error(String(answer.error));
    if ('value' in answer) return answer.value;
  }
  return undefined;
};
