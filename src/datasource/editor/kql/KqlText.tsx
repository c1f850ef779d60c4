import React, { useEffect, useRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { CodeEditor, useStyles2, type Monaco, type MonacoEditor } from '@grafana/ui';
import { kqlSuggestions } from './kql-suggestions';

interface Props {
  readonly text: string;
  /** Stores the text and runs the query. */
  readonly onRun: (text: string) => void;
}

const LINE = 18;
const [LEAST_LINES, MOST_LINES] = [6, 24];

/** The query’s text. It is run when the editor is left after a change, and by Shift+Enter. */
export function KqlText({ text, onRun }: Props) {
  const styles = useStyles2(getStyles);
  // The editor keeps what it was given when it was made.
  const latest = useRef({ text, onRun });
  useEffect(() => {
    latest.current = { text, onRun };
  });
  const lines = Math.min(MOST_LINES, Math.max(LEAST_LINES, text.split('\n').length + 1));
  return (
    <div role="group" aria-label="KQL" className={styles.frame}>
      <CodeEditor
        language="kusto"
        value={text}
        height={lines * LINE}
        showLineNumbers
        showMiniMap={false}
        monacoOptions={{ wordWrap: 'on', scrollBeyondLastLine: false, tabSize: 4 }}
        getSuggestions={kqlSuggestions}
        onBlur={(typed) => {
          if (typed !== latest.current.text) {
            latest.current.onRun(typed);
          }
        }}
        onEditorDidMount={(editor, monaco) => runOnShiftEnter(editor, monaco, (typed) => latest.current.onRun(typed))}
      />
      <p className={styles.hint}>Shift+Enter runs the query, and so does leaving the editor after a change.</p>
    </div>
  );
} // prettier-ignore

/** Not as a command of the editor, which would be one for all editors of the page. */
function runOnShiftEnter(editor: MonacoEditor, { KeyCode }: Monaco, run: (text: string) => void): void {
  editor.onKeyDown((event) => {
    if (event.shiftKey && event.keyCode === KeyCode.Enter) {
      event.preventDefault();
      event.stopPropagation();
      run(editor.getValue());
    }
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ marginBottom: theme.spacing(1) }),
  hint: css({
    margin: theme.spacing(0.5, 0, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
