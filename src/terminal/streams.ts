/** Results: what somebody may pipe into another program. */
export function result(text: string): void {
  process.stdout.write(text);
}

/** Talk: what a person reads beside the results. */
export function talk(text: string): void {
  process.stderr.write(`${text}\n`);
}
