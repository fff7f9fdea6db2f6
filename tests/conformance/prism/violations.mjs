/** The violations that Prism states on an answer; those that a known one explains carry its `reason`. */
export function classify(answer, known) {
  const header = answer.headers['sl-violations'];
  if (header === undefined) return [];
  if (!header.startsWith('[')) return [{ location: '', message: header }];
  return JSON.parse(header).map(({ location, message }) => {
    const violation = { location: location.join('.'), message };
    const match = known.find((entry) => new RegExp(entry.location).test(violation.location) && new RegExp(entry.message).test(message));
    return match ? { ...violation, reason: match.reason } : violation;
  });
}
