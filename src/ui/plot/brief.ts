import { cutText } from '../../core/cut-text';
import { inOneDirection } from '../in-one-direction';

const MOST = 200;

/** A text that a log may have made as long as it likes, as much of it as somebody reads, and in the order that it has. */
export const brief = (text: string): string => cutText(inOneDirection(cutText(text, 2 * MOST)), MOST);
