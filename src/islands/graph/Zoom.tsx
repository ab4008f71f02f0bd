// The buttons in the corner of a picture: nearer, farther, all of it, full screen.

interface Props {
  readonly onIn: () => void;
  readonly onOut: () => void;
  readonly onFit: () => void;
}

export function Zoom({ onIn, onOut, onFit }: Props) {
  return (
    <div className="explorer-zoom" role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" onClick={onIn}>
        +
      </button>
      <button type="button" aria-label="Zoom out" onClick={onOut}>
        −
      </button>
      <button type="button" onClick={onFit}>
        Fit
      </button>
      {document.fullscreenEnabled && (
        <button
          type="button"
          onClick={({ currentTarget }) => {
            if (document.fullscreenElement !== null) void document.exitFullscreen();
            else
              currentTarget
                .closest('.explorer')
                ?.requestFullscreen()
                .catch(() => undefined);
          }}
        >
          Full screen
        </button>
      )}
    </div>
  );
}
