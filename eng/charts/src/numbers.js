// Numbers as the reader's language writes them.
export function numbers(language, percentSign) {
  const format = (options) => {
    const number = new Intl.NumberFormat(language, options);
    return (value) => number.format(value);
  };
  const rate = format({maximumSignificantDigits: 2});
  return {
    plain: format({maximumSignificantDigits: 3}),
    percent: (share) => rate(100 * share) + percentSign,
    count: format({maximumFractionDigits: 0})
  };
}
