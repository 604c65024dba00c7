import { eigenvectors } from "./eigenvectors.js";
import { centre, type Matrix, panels, product, transposed } from "./matrix.js";

export interface PrincipalComponents {
  /** The rows seen from the components, the widest first: rows × count. */
  readonly projected: Matrix;
  /** The part of the rows' variance that is still there, 0…1. */
  readonly explained: number;
}

/** Looks at the rows from the directions in which they differ most; centres them in place. */
export function principalComponents(matrix: Matrix, count: number): PrincipalComponents {
  centre(matrix);
  const columns = panels(transposed(matrix));
  const covariance = Float64Array.from(product(columns, columns).values, (sum) => sum / matrix.rows);
  const found = eigenvectors(covariance, matrix.columns);
  const kept = found.slice(0, count);
  const components = {
    rows: kept.length,
    columns: matrix.columns,
    values: Float32Array.from(kept.flatMap(({ vector }) => [...vector])),
  };
  const variance = (some: typeof found) => some.reduce((sum, { value }) => sum + value, 0);
  return {
    projected: product(panels(matrix), panels(components)),
    explained: variance(kept) / variance(found),
  };
}
