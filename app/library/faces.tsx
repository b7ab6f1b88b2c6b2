import type { Shot } from "#server/library/shots.ts";

/** Shows on a picture who is where. The box of the picture is the one around it. */
export function Faces({ faces }: { faces: Shot["faces"] }) {
  return (
    <ul className="pointer-events-none absolute inset-0">
      {faces.map(({ name, left, top, width, height }) => (
        <li
          key={`${name} ${left} ${top}`}
          className="absolute rounded-photo border-2 border-on-photo shadow-[0_0_0_1px_var(--color-over-photo)]"
          style={{
            ...{ left: `${left * 100}%`, top: `${top * 100}%` },
            ...{ width: `${width * 100}%`, height: `${height * 100}%` },
          }}
        >
          <span className="absolute top-full left-1/2 mt-1 -translate-x-1/2 whitespace-nowrap rounded-full bg-over-photo px-2 py-0.5 text-on-photo text-xs">
            {name}
          </span>
        </li>
      ))}
    </ul>
  );
}
