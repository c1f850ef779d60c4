/** A text that is nothing but a variable: `$name`, `${name}`, `${name:format}` or `[[name]]`. */
const VARIABLE = /^(?:\$(\w+)|\$\{(\w+)(?::[^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\])$/;

/** The name of the variable that a text is; undefined for any other text. */
export const variableName = (text: string): string | undefined => VARIABLE.exec(text)?.slice(1).find(Boolean);
