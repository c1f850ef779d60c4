/** Whether a text names a variable: `$name`, `${name}` or `[[name]]`. */
export const hasVariable = (text: string) => /\$\w|\$\{\w|\[\[\w/.test(text);
