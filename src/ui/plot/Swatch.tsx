import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { Pattern } from './layer';

interface Props {
  readonly color: string;
  readonly pattern: Pattern;
}

/** A small piece of a series’ area. */
export function Swatch({ color, pattern }: Props) {
  const theme = useTheme2();
  return (
    <span
      aria-hidden="true"
      style={{
        display: 'inline-block',
        flexShrink: 0,
        width: 12,
        height: 12,
        borderRadius: 2,
        border: pattern === 'solid' ? undefined : `1px solid ${color}`,
        background: backgroundOf(pattern, color, theme.colors.background.primary),
      }}
    />
  );
}

function backgroundOf(pattern: Pattern, color: string, behind: string): string {
  switch (pattern) {
    case 'solid':
      return color;
    case 'hatched':
      return `repeating-linear-gradient(135deg, ${color} 0 2px, ${behind} 2px 4px)`;
    case 'dotted':
      return `radial-gradient(${color} 40%, ${behind} 45%) 0 0 / 5px 5px`;
  }
}
