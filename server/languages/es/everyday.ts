import { words } from "../phrases.ts";

/** Everyday words that people search for in photos, or that are spelled like a place, a person or a camera. */
export const commonWords = words(`
  playa mar sol luna cielo estrella estrellas nieve lluvia tormenta viento nube nubes niebla arcoíris atardecer amanecer puesta ocaso
  sombra luz fuego agua río lago isla bahía montaña montañas valle bosque bosques árbol árboles flor flores hierba campo campos
  jardín parque desierto cascada cueva roca rocas piedra piedras arena ola olas puente camino calle torre castillo iglesia catedral
  templo mezquita museo palacio casa casas edificio edificios ciudad pueblo mercado tienda estación aeropuerto puerto barco barcos
  coche coches autobús tren trenes bici bicicleta bicicletas avión aviones moto perro perros gato gatos pájaro pájaros caballo
  caballos vaca vacas oveja ovejas cabra cerdo pato patos pez peces ballena tiburón león tigre oso zorro elefante mono serpiente
  rana mariposa abeja araña cachorro gatito gallina conejo ratón hombre hombres mujer mujeres niño niña niños niñas bebé bebés
  familia amigo amiga amigos amigas madre padre hermano hermana abuela abuelo tía tío pareja gente persona personas cara caras
  grupo retrato comida tarta pastel pan queso carne sopa ensalada fruta manzana manzanas plátano limón tomate patata vino cerveza
  café té bebida desayuno almuerzo cena plato taza botella mesa silla cama cocina habitación ventana puerta pared tejado boda
  fiesta cumpleaños vacaciones viaje viajes excursión concierto partido fútbol tenis esquí natación nadando corriendo bailando
  durmiendo comiendo sonriendo jugando rojo roja azul verde amarillo amarilla blanco blanca negro negra marrón gris libro libros
  carta letrero mapa reloj teléfono pantalla juguete juguetes muñeca pelota sombrero vestido camisa zapatos abrigo gafas bolso
  anillo paraguas bandera recibo recibos factura facturas documento documentos borroso borrosa borrosas nítido viejo vieja nuevo nueva
  joven grande pequeño pequeña alto bajo largo paisaje paisajes vistas arquitectura naturaleza deporte música guitarra
  arte cuadro pintura estatua escultura fuegos artificiales velas navidad árbol huevo regalo regalos muñeco cisne delfín tortuga
  cangrejo ardilla ciervo búho águila loro gaviota paloma hoja hojas otoño rayo escuela colegio oficina trabajo
  bruja brujas colonia damas ginebra
  rosa alba paz pilar dolores consuelo granada mármol lima santiago cruz
`);
