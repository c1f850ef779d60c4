const MOST = 200;

/** A text that a log may have made as long as it likes, as much of it as somebody reads. */
export const brief = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
