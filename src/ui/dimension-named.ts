import { rowDimensions, type RowDimensionId } from '../core/plan';

/** What users meet of a dimension: its id, its title, or the name of its column. */
export function dimensionNamed(name: string): RowDimensionId | undefined {
  return rowDimensions.find(({ id, title, column }) => [id, title, column].includes(name as never))?.id;
}
