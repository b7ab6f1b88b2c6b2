/** Empty tiles in place of the photos. They appear only if the answer takes a moment. */
export function Skeleton() {
  const rows = [
    [1.5, 0.75, 1.33, 1.6],
    [1.33, 1.6, 0.75, 1.5],
  ];
  return (
    <div
      aria-hidden
      className="mt-16 grid animate-fade-in gap-(--gap-photo) [animation-delay:150ms] [animation-fill-mode:backwards]"
    >
      {rows.map((row) => (
        <div key={row.join()} className="flex gap-(--gap-photo)">
          {row.map((ratio) => (
            <div
              key={ratio}
              className="rounded-photo bg-fill"
              style={{ flex: `${ratio} 1 0`, aspectRatio: ratio }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
