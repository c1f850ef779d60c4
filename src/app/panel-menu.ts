/** The entry “Explain these failures” in the menu of panels that query our data source. Part of the small first module. */
import type { AppPlugin, PluginExtensionPanelContext } from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import type { Filter } from '../core/query';
import { askedOf } from '../ui/asked-conditions';
import { shownConditions } from '../ui/shown-conditions';
import { CATALOGUE_PATH, OCCURRING, runbookPath } from './paths';
import { pagePath, rangeTexts } from './scope/address';
import { OUR_TYPE } from '../core/our-type';

type Context = Readonly<Pick<PluginExtensionPanelContext, 'targets' | 'timeRange' | 'data'>>;

/** A query as a panel stores it; other data sources’ queries may look like anything. */
interface Target {
  readonly refId?: string;
  readonly datasource?: { readonly type?: string; readonly uid?: string } | null;
  readonly scenarios?: unknown;
  readonly where?: unknown;
}

const PLACE = 'grafana/dashboard/panel/menu';
const entry = {
  title: 'Explain these failures',
  description: 'What failed in this range, why, and what to do',
  path: CATALOGUE_PATH,
};

/**
 * Where the entry leads: to the runbook of the one scenario that the panel is about, else to those that occur.
 * @returns undefined for a panel that does not query our data source, which then has no entry
 */
export function explainedBy(context: Context | undefined): { readonly path: string } | undefined {
  const ours = ((context?.targets ?? []) as readonly Target[]).filter(
    ({ datasource }) => datasource?.type === OUR_TYPE,
  );
  const [target] = ours;
  if (!context || !target) {
    return undefined;
  }
  const address = {
    ...uidOf(target),
    ...rangeTexts(context.timeRange),
    where: sharedConditions(ours, context),
  };
  const named = new Set(ours.flatMap(scenariosOf));
  const [scenario] = named;
  return {
    path:
      scenario !== undefined && named.size === 1
        ? pagePath(runbookPath(encodeURIComponent(scenario)), address)
        : pagePath(CATALOGUE_PATH, address, { [OCCURRING]: '1' }),
  };
}

/** The conditions that all of them have: what lies outside of these, the panel does not show. */
function sharedConditions(targets: readonly Target[], { data }: Context): readonly Filter[] {
  const [first = [], ...others] = targets.map(
    ({ refId, where }) =>
      (askedOf(data?.series.find((frame) => frame.refId === refId))?.where ??
        shownConditions(where, (text) => getTemplateSrv().replace(text))) as readonly Filter[],
  );
  const isIn = (where: readonly Filter[], one: Filter) =>
    where.some((other) => JSON.stringify(other) === JSON.stringify(one));
  return first.filter((one) => others.every((where) => isIn(where, one)));
}

/** Of the data source that a variable stands for, its value. */
function uidOf({ datasource }: Target): { readonly ds?: string } {
  const uid = datasource && getDataSourceSrv().getInstanceSettings(datasource)?.uid;
  return uid ? { ds: uid } : {};
}

/** A query for all scenarios, or for those of a variable, counts as being about several. */
function scenariosOf({ scenarios }: Target): readonly string[] {
  return Array.isArray(scenarios) && scenarios.length === 1 && !String(scenarios[0]).includes('$')
    ? [String(scenarios[0])]
    : ['', ' '];
}

/** Grafana before 11.1. */
interface OldAppPlugin {
  configureExtensionLink?: (
    link: typeof entry & { extensionPointId: string; configure: typeof explainedBy },
  ) => void;
}

export function addPanelMenu(plugin: AppPlugin): void {
  if ('addLink' in plugin) {
    plugin.addLink({ ...entry, targets: [PLACE], configure: explainedBy });
  } else {
    (plugin as OldAppPlugin).configureExtensionLink?.({
      ...entry,
      extensionPointId: PLACE,
      configure: explainedBy,
    });
  }
}
