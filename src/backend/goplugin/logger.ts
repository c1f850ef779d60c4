/** Log lines as go-plugin's host reads them from stderr: JSON with `@level`, `@message` and fields of any name. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean>>;
export type Logger = (level: LogLevel, message: string, fields?: LogFields) => void;

export function loggerTo(write: (line: string) => void, now: () => Date): Logger {
  return (level, message, fields = {}) => {
    // The host wants six digits of a second.
    const timestamp = now().toISOString().replace('Z', '000Z');
    write(
      `${JSON.stringify({ '@level': level, '@message': message, '@timestamp': timestamp, ...fields })}\n`,
    );
  };
}
