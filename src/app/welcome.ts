/** The friendly paragraph after `npm start`: where it is, how to get in, where mail is read, how to stop. */
export function welcome(port: number, ms: number): string {
  const at = `http://localhost:${port}`
  return [
    '',
    `  Ervaringsplein is open at ${at}  (started in ${(ms / 1000).toFixed(1)} s, demo with invented people)`,
    '',
    `  Sign in as a demo person, with one press:  ${at}/demo`,
    `  Mail that the demo would have sent:        ${at}/post`,
    '  Stop:                                      Ctrl+C  (your data stays in the folder data)',
    '',
  ].join('\n')
}
