const ASCII = /^[\0-\x7f]*$/;

/**
 * Lower case for A to Z only, which is what Kusto documents for its case-insensitive operators.
 * The engines fold a few more letters; nothing a gateway writes depends on them.
 */
export function asciiLower(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
