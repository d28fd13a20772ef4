// Ten thousand people who do not exist, the same ones at every run.

const columns =
  "given_name,family_name,email,sex,country,personnel_kind,institution,language,enrolled_at,first_activity_at,completed_at";
const given = ["Ana", "Beatriz", "Camila", "Diego", "Elena", "Fabián", "Gabriela", "Hugo", "Inés", "Joaquín", "Karen", "Luis"];
const family = ["Acosta", "Benítez", "Cáceres", "Duarte", "Escobar", "Fernández", "Giménez", "Hernández", "Ibarra", "Jara"];
const countries = ["AR", "BO", "BR", "CL", "CO", "CR", "DO", "EC", "GT", "HN", "JM", "MX", "PA", "PE", "PY", "SV", "UY", ""];
const kinds = ["national-machinery", "labour", "health", "education", "justice", "statistics", "civil-society", ""];
const sexes = ["woman", "woman", "woman", "woman", "woman", "man", "man", "man", "another", "declined", ""];

/** A generator of whole numbers below `below`: small, and its sequence is the same everywhere. */
function sequence(seed) {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** A roster of `count` people, numbered from `first`. Each has begun and two in three have completed, in one spring. */
export function roster(count, first = 0) {
  const rows = [columns];
  for (let n = first; n < first + count; n += 1) {
    const below = sequence(n + 1);
    const one = (list) => list[below(list.length)];
    const day = (month, of) => `2025-${String(month).padStart(2, "0")}-${String(1 + of).padStart(2, "0")}`;
    const row = [
      one(given),
      one(family),
      `bench-${n}@people.invalid`,
      one(sexes),
      one(countries),
      one(kinds),
      `Institution ${below(200)}`,
      below(3) === 0 ? "en" : "es",
      day(3, below(20)),
      day(4, below(28)),
      below(3) === 0 ? "" : day(5, below(28)),
    ];
    rows.push(row.join(","));
  }
  return `${rows.join("\n")}\n`;
}
