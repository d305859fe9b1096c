// Numbers as the reader's language writes them.
export function numbers(language) {
  const format = (options) => {
    const number = new Intl.NumberFormat(language, options);
    return (value) => number.format(value);
  };
  return {
    plain: format({maximumSignificantDigits: 3}),
    percent: format({style: "percent", maximumSignificantDigits: 2}),
    count: format({maximumFractionDigits: 0})
  };
}
