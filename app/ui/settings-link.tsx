import { NavLink, type NavLinkProps, useLocation } from "@remix-run/react";
import { forwardRef } from "react";

export const settingsPath = "/settings";
/** The anchor of the settings about people. */
export const peopleAnchor = "people";

type SettingsLinkProps = Omit<NavLinkProps, "to" | "state">;

/** Links to the settings and passes on the current page for the way back. */
export const SettingsLink = forwardRef<HTMLAnchorElement, SettingsLinkProps>(
  function SettingsLink(props, ref) {
    const { pathname, state } = useLocation();
    return (
      <NavLink
        ref={ref}
        to={settingsPath}
        state={pathname === settingsPath ? state : { from: pathname }}
        {...props}
      />
    );
  },
);
