import { useEffect, useState } from 'react';
import type { SelectableValue } from '@grafana/data';
import type { AskingDataSource } from '../../asking-data-source';

interface ScenarioOptions {
  readonly options: SelectableValue<string>[];
  /** Why there are none. */
  readonly problem: string | undefined;
}

/** The scenarios in force as options, grouped by nothing but told apart by their family. */
export function useScenarioOptions(datasource: AskingDataSource): ScenarioOptions {
  const [state, setState] = useState<ScenarioOptions>({ options: [], problem: undefined });
  useEffect(() => {
    let current = true;
    datasource.catalogue().then(
      ({ order, scenarios }) => {
        const options = order.map((value) => ({
          value,
          label: scenarios[value]?.title ?? value,
          description: scenarios[value]?.familyTitle ?? '',
        }));
        if (current) {
          setState({ options, problem: undefined });
        }
      },
      () => {
        if (current) {
          setState({ options: [], problem: 'The scenarios could not be loaded; ids can still be typed.' });
        }
      },
    );
    return () => {
      current = false;
    };
  }, [datasource]);
  return state;
}
