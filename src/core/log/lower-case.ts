const ASCII = /^[\0-\x7f]*$/;
const BIG = /\p{Changes_When_Lowercased}/gu;

/**
 * Lower case as the embedded engine has it: letter by letter, each becoming one letter, so that İ becomes i and the
 * sign of Kelvin k. Kusto promises A to Z only; nothing a gateway writes depends on the others.
 */
export function lowerCase(text: string): string {
  return ASCII.test(text)
    ? text.toLowerCase()
    : text.replace(BIG, (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase()));
}
