/** Lines of at most this width, broken between words; a longer word, such as an address, stays whole. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Text in a column of its own beside a label: `label   text that goes on below itself`. */
export function labelled(label: string, text: string, indent: number, width: number): string {
  const [first = '', ...others] = wrapped(text, Math.max(20, width - indent));
  return [label.padEnd(indent) + first, ...others.map((line) => ' '.repeat(indent) + line)].join('\n');
}
