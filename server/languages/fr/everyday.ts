import { frenchWords as words } from "./elision.ts";

/** Everyday words that people search for in photos, or that are spelled like a place, a person or a camera. */
export const commonWords = words(`
  plage mer soleil lune ciel étoile étoiles neige pluie orage vent nuage nuages brouillard coucher lever aube crépuscule
  ombre lumière feu eau fleuve rivière lac île baie montagne montagnes vallée forêt bois arbre arbres fleur fleurs herbe champ champs
  jardin parc désert cascade grotte rocher rochers pierre pierres sable vague vagues pont chemin rue tour château église cathédrale
  temple mosquée musée palais maison maisons bâtiment bâtiments ville village marché magasin gare aéroport bateau bateaux
  voiture voitures vélo vélos avion avions moto chien chiens chat chats oiseau oiseaux cheval chevaux vache vaches mouton moutons
  chèvre cochon canard canards poisson poissons baleine requin lion tigre ours renard éléphant singe serpent grenouille papillon
  abeille araignée chiot chaton poule lapin souris homme hommes femme femmes enfant enfants garçon garçons fille filles bébé bébés
  famille ami amie amis amies mère père frère soeur grand-mère grand-père tante oncle couple gens visage visages
  groupe portrait nourriture gâteau pain fromage viande soupe salade fruit fruits pomme pommes banane citron tomate vin bière
  thé boisson déjeuner dîner assiette tasse bouteille chaise lit cuisine chambre fenêtre porte mur toit mariage fête
  anniversaire vacances voyage voyages randonnée concert partie foot tennis ski natation nage nageant court dansant
  dort dormant mange mangeant souriant jouant rouge bleu bleue vert verte jaune blanc blanche noir noire brun gris livre livres
  lettre panneau carte horloge téléphone écran jouet jouets poupée ballon chapeau robe chemise chaussures manteau lunettes sac
  bague parapluie drapeau reçu reçus facture factures document documents flou floue floues net vieux vieille nouveau nouvelle
  jeune grand grande petit petite haut long paysage paysages vue vues architecture nature sport musique guitare
  art tableau peinture statue sculpture feux artifice bougies sapin oeuf cadeau cadeaux bonhomme cygne dauphin tortue
  crabe écureuil cerf hibou aigle perroquet mouette pigeon feuille feuilles éclair école bureau travail
  cap grenade seul seule
  rose nice tours pierre olivier marine aurore fleur marguerite clémence lourdes nancy angers brest
`);
