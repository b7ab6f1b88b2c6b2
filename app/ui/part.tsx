import { Component, type ComponentType, type ReactNode, useEffect, useState } from "react";
import { importAnew, loadFailure, loadTrouble, whenIdle } from "./load-trouble.ts";

interface PartProps {
  /** Shown until the part is there. */
  meanwhile?: ReactNode;
  /** Called if the person goes on without the part. */
  onGiveUp?(): void;
}

/**
 * Makes a part of the page whose code is loaded only when it is needed. If that fails, or the part itself does, the
 * rest of the page stays as it is, and `LoadTroubleNote` offers to try again.
 */
export function createPart<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  function fetchPart(again: boolean): Promise<void> {
    loading ??= (again ? importAnew(load) : load())
      .then((module) => {
        loaded = module.default;
      })
      .finally(() => {
        loading = null;
      });
    return loading;
  }

  function Part(props: Props & PartProps): ReactNode {
    const { meanwhile = null, onGiveUp } = props;
    const [attempt, setAttempt] = useState(0);
    const [Loaded, setLoaded] = useState(() => loaded);
    const isHere = Loaded !== null;

    // biome-ignore lint/correctness/useExhaustiveDependencies: it gives up as it was asked to when it began.
    useEffect(() => {
      if (isHere) return;
      const trouble = followTrouble(() => setAttempt(attempt + 1), onGiveUp);
      fetchPart(attempt > 0).then(() => setLoaded(() => loaded), trouble.begin);
      return trouble.end;
    }, [attempt, isHere]);

    if (!Loaded) return meanwhile;
    return (
      <PartBoundary onGiveUp={onGiveUp}>
        <Loaded {...props} />
      </PartBoundary>
    );
  }

  return Object.assign(Part, {
    /** Loads the code ahead, and tells whether it is there. If that fails, it is loaded when it is needed. */
    async preload(): Promise<boolean> {
      if (!loaded) await fetchPart(false).catch(() => {});
      return loaded !== null;
    },
  });
}

/** Fetches a part when the browser is idle, and tells when it is there. Where it cannot be loaded, the page does without. */
export function useWhenIdle({ preload }: { preload(): Promise<boolean> }): boolean {
  const [isHere, setHere] = useState(false);
  useEffect(() => whenIdle(() => void preload().then(setHere)), [preload]);
  return isHere;
}

/** Shows a trouble from `begin` to `end`, unless another has taken its place. */
export function followTrouble(retry: () => void, onGiveUp?: () => void) {
  let isOver = false;
  let shown: ReturnType<typeof loadTrouble.get> = null;
  const hide = () => loadTrouble.set((other) => (other === shown ? null : other));
  return {
    async begin(): Promise<void> {
      const failure = await loadFailure();
      if (isOver) return;
      const giveUp = () => {
        hide();
        onGiveUp?.();
      };
      shown = { failure, retry, giveUp };
      loadTrouble.set(() => shown);
    },
    end(): void {
      isOver = true;
      if (shown) hide();
    },
  };
}

interface BoundaryProps {
  onGiveUp?: (() => void) | undefined;
  children: ReactNode;
}

/** Keeps an error of a part within it. */
class PartBoundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };
  trouble: ReturnType<typeof followTrouble> | null = null;

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.trouble = followTrouble(() => {
      this.trouble?.end();
      this.setState({ failed: false });
    }, this.props.onGiveUp);
    void this.trouble.begin();
  }

  override componentWillUnmount(): void {
    this.trouble?.end();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
