/** A sentence in which a reference number may stand: on a narrow phone it does not break at its hyphens. */
export const WithNumber = ({ text }: { text: string }) => (
  <>
    {text
      .split(/(AV-\d{4}-\d{6})/)
      .map((part, index) => (index % 2 === 1 ? <span class="plein-number">{part}</span> : part))}
  </>
)
