import type { jumpWords } from "./en-jump.ts";
import { plural } from "./es-counts.ts";
import type { Said } from "./language.ts";

/** The strings of the search of everything and of the list of keys in Spanish. */
export const spanishJumpWords: Said<typeof jumpWords> = {
  jump: {
    title: "Buscar en todo",
    field: "Conversaciones, fotos, lugares, personas, acciones",
    results: "Resultados",
    none: "Nada se llama así. Intro pregunta por ello.",
    ask: (text) => `Preguntar «${text}»`,
    groups: {
      actions: "Acciones",
      conversations: "Conversaciones",
      names: "Lugares, personas, cámaras, álbumes y viajes",
      photos: "Fotos",
    },
    hint: "Arriba y abajo para elegir, Intro para abrir, Esc para salir",
    album: "Álbum",
    trip: "Viaje",
    count: (n) => plural(n, "resultado", "resultados"),
  },

  keys: {
    title: "Teclas",
    close: "Cerrar",
    open: "Teclas",
    groups: {
      everywhere: "En todas partes",
      writing: "Al escribir",
      photos: "En las fotos",
      photo: "Una foto",
    },
    names: {
      ctrl: "Ctrl",
      shift: "Mayús",
      enter: "Intro",
      escape: "Esc",
      space: "Espacio",
      tab: "Tab",
      or: "o",
    },
    does: {
      jump: "Buscar en todo",
      keys: "Mostrar estas teclas",
      send: "Enviar",
      line: "Empezar una línea",
      stop: "Detener la respuesta",
      edit: "Cambiar la última pregunta, si el campo está vacío",
      take: "Tomar un nombre propuesto",
      move: "Moverse por las fotos",
      open: "Abrir una foto",
      browse: "Foto anterior o siguiente",
      details: "Detalles",
      slides: "Pase de fotos, y su fin",
      faces: "Mostrar quién está dónde",
      change: "Editar",
      favourite: "Favorita",
      stars: "Estrellas",
      zoom: "Zoom",
      close: "Cerrar",
    },
  },
};
