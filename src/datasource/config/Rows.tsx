import React, { useEffect, useRef, type ReactNode } from 'react';
import { Button, IconButton, InlineFieldRow } from '@grafana/ui';

interface Props<T> {
  /** What a row is about, for buttons: “size”. */
  readonly noun: string;
  readonly rows: readonly T[];
  readonly added: T;
  readonly disabled: boolean;
  readonly onChange: (rows: readonly T[]) => void;
  /** The fields of a row. */
  readonly children: (row: T, set: (change: Partial<T>) => void, index: number) => ReactNode;
}

/** A list whose entries are rows of fields. The focus goes to a row that is added, and stays when one is removed. */
export function Rows<T extends object>({ noun, rows, added, disabled, onChange, children }: Props<T>) {
  const button = useRef<HTMLButtonElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (isAdding.current) {
      isAdding.current = false;
      button.current?.previousElementSibling?.querySelector('input')?.focus();
    }
  }, [rows.length]);
  return (
    <>
      {rows.map((row, index) => (
        <InlineFieldRow key={index} role="group" aria-label={`${noun} ${index + 1}`}>
          {children(
            row,
            (change) => onChange(rows.map((one, i) => (i === index ? changed(one, change) : one))),
            index,
          )}
          {!disabled && (
            <IconButton
              name="times"
              tooltip={`Remove this ${noun}`}
              onClick={() => {
                button.current?.focus(); // else the focus is lost with the row
                onChange(rows.filter((_, i) => i !== index));
              }}
            />
          )}
        </InlineFieldRow>
      ))}
      {!disabled && (
        <Button
          ref={button}
          type="button"
          size="sm"
          variant="secondary"
          icon="plus"
          onClick={() => {
            isAdding.current = true;
            onChange([...rows, added]);
          }}
        >
          {`Add ${noun}`}
        </Button>
      )}
    </>
  );
}

/** A field that is set to undefined is left out. */
function changed<T extends object>(row: T, change: Partial<T>): T {
  const entries = Object.entries({ ...row, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}
