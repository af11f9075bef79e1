import type { Child } from 'hono/jsx'

export type Column<Row> = {
  readonly label: string
  readonly cell: (row: Row) => Child
  /** Right-aligned digits of equal width. */
  readonly numeric?: boolean
}

/**
 * A table with a caption. The first column is the header of its row. On a phone each row becomes a block in which
 * every value stands beside its label.
 */
export const Table = <Row,>(props: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Hides the caption from sight when a heading right above says the same. */
  captionHidden?: boolean
}) => (
  <table class="utrecht-table plein-table">
    <caption class={`utrecht-table__caption${props.captionHidden ? ' plein-hidden' : ''}`}>{props.caption}</caption>
    <thead class="utrecht-table__header">
      <tr class="utrecht-table__row">
        {props.columns.map((column) => (
          <th
            class={`utrecht-table__header-cell${column.numeric ? ' utrecht-table__header-cell--numeric-column' : ''}`}
            scope="col"
          >
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="utrecht-table__body">
      {props.rows.map((row) => (
        <tr class="utrecht-table__row">
          {props.columns.map((column, index) =>
            index === 0 ? (
              <th class="utrecht-table__header-cell plein-table__name" scope="row">
                {column.cell(row)}
              </th>
            ) : (
              <td
                class={`utrecht-table__cell${column.numeric ? ' utrecht-table__cell--numeric-column utrecht-table__cell--numeric-data' : ''}`}
                data-label={column.label}
              >
                {column.cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
